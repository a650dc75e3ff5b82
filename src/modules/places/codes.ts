/** Short subset of acceslibre, each answered yes, no, or not said. */
export const accessFeatures = [
  "step_free",
  "accessible_toilet",
  "reserved_parking",
  "hearing_loop",
  "sign_language",
  "assistance",
] as const;
export type AccessFeature = (typeof accessFeatures)[number];
