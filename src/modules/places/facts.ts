export type Address = {
  street?: string;
  complement?: string;
  postcode?: string;
  town?: string;
  /** INSEE code of the commune, 5 characters (`2A004`). */
  insee?: string;
};

/** What a source says of a place where things happen; a silent field means "the source says nothing". */
export type PlaceFacts = Address & {
  name: string;
  /** Name of the district as the file writes it. */
  district?: string;
  /** WGS 84, degrees. */
  latitude?: number;
  longitude?: number;
};
