/** Why two records may be one association, and why they may not: each code is one sentence a person can check. */
export const reasonCodes = [
  "identical",
  "same_rna",
  "same_siret",
  "same_siren",
  "successor_number",
  "same_name_same_place",
  "close_name_same_place",
  "same_name",
  "close_name",
  "long_name",
  "acronym",
  "accents_lost",
  "same_address",
  "same_creation_day",
  "near_creation_day",
  "same_aims",
  "similar_aims",
  "same_theme",
  "same_email",
  "same_phone",
  "same_website",
] as const;

export const counterReasonCodes = [
  "different_rna",
  "different_rna_both_active",
  "different_siren",
  "different_town",
  "different_department",
  "different_number_in_name",
  "number_in_one_name",
  "different_institution_in_name",
  "different_word_in_name",
  "different_name",
  "different_creation_day",
  "different_aims",
] as const;

export type ReasonCode = (typeof reasonCodes)[number];
export type CounterReasonCode = (typeof counterReasonCodes)[number];

/** Points above zero speak for one association, below zero for two; zero informs without weighing. */
export type Reason = { code: ReasonCode | CounterReasonCode; points: number };
export type Weights = Readonly<Record<ReasonCode | CounterReasonCode, number>>;

/** Points; 100 is sure, and a number shared outweighs all the rest. A suggestion is made from 60: a name and a town, or two facts that rarely coincide. */
export const weights: Weights = {
  identical: 100,
  same_rna: 200,
  same_siret: 200,
  same_siren: 180,
  successor_number: 200,
  same_name_same_place: 65,
  close_name_same_place: 60,
  same_name: 45,
  close_name: 40,
  long_name: 10,
  acronym: 60,
  accents_lost: 0,
  same_address: 20,
  same_creation_day: 30,
  near_creation_day: 10,
  same_aims: 30,
  similar_aims: 15,
  same_theme: 5,
  same_email: 40,
  same_phone: 30,
  same_website: 35,
  different_rna: -20,
  different_rna_both_active: -30,
  different_siren: -70,
  different_town: -20,
  different_department: -25,
  different_number_in_name: -60,
  number_in_one_name: -25,
  different_institution_in_name: -60,
  different_word_in_name: -30,
  different_name: -20,
  different_creation_day: -30,
  different_aims: -10,
};

/** From this share of 100 points, a pair is worth a person's look. */
export const suggestionThreshold = 0.6;
