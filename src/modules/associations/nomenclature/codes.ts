import type { Theme } from "../codes.ts";

/**
 * Our plain themes for each of the 297 codes of the national nomenclature of social objects (RNA, "objet social").
 * Grouped by answer, the main theme first. The code list is the registry's, the choice of theme is ours.
 */
const codesByThemes: readonly (readonly [readonly Theme[], string])[] = [
  [
    ["sport"],
    "011000 011004 011005 011010 011015 011018 011020 011025 011030 011035 011040 011050",
  ],
  [
    ["sport"],
    "011055 011060 011065 011070 011075 011080 011085 011090 011092 011095 011100 011110",
  ],
  [
    ["sport"],
    "011115 011120 011125 011130 011135 011140 011145 011150 011155 011160 011165 011170",
  ],
  [["sport"], "011175 011180 011185 011190 011192"],
  [["sport", "arts"], "011045"],
  [["sport", "health"], "011105"],
  [["sport", "leisure"], "011400"],
  [["arts"], "005005 005010 005015 006000 006010 006020 006025 006030 006040 006070 006100 006115"],
  [["arts"], "009007"],
  [["arts", "leisure"], "006005 009045"],
  [["arts", "heritage"], "006045"],
  [["heritage"], "010000 010005 010010 010015 010017 010020 010022 010030"],
  [["heritage", "citizenship"], "038000 038105 038110"],
  [["heritage", "education"], "006110 016010"],
  [["heritage", "leisure"], "034240"],
  [
    ["leisure"],
    "007000 007003 007005 007010 007025 007030 007035 007060 007080 034210 034220 034230",
  ],
  [["leisure", "arts"], "006090"],
  [["leisure", "digital"], "006105 007095"],
  [["leisure", "health"], "007085 009010"],
  [["leisure", "heritage"], "014045 034000"],
  [["leisure", "nature"], "007045 007050"],
  [["leisure", "neighbourhood"], "007040 009030 009035 014080"],
  [["leisure", "solidarity"], "014000"],
  [["leisure", "neighbourhood", "arts"], "009000"],
  [["leisure", "sport"], "007002"],
  [
    ["education"],
    "002020 015000 015025 015035 015040 015050 015065 015070 015075 015087 015090 016000",
  ],
  [["education"], "016005 016030 016050 016080 019047"],
  [["education", "citizenship"], "016015"],
  [["education", "family"], "015005"],
  [["education", "international"], "015085"],
  [["education", "leisure"], "002010 009005 009015 009025"],
  [["education", "nature"], "016025"],
  [["education", "solidarity"], "015030 019014"],
  [["education", "work"], "015010 015045 015100 015105"],
  [["family"], "018005 019004 019005 021005"],
  [["family", "leisure"], "009020"],
  [["family", "solidarity"], "018010 019035"],
  [["family", "seniors"], "021000"],
  [["seniors"], "021015 021020 023010"],
  [["seniors", "family"], "021010"],
  [["seniors", "leisure"], "009040"],
  [["solidarity"], "002005 014035 014050 014060 018025 019000 019012 019030 019040 019045 019050"],
  [["solidarity"], "019055 020005 020010 020015 032510 032525"],
  [["solidarity", "citizenship"], "020025 019032"],
  [["solidarity", "health"], "014070 018050 036000 036520 036530 036540 036545"],
  [["solidarity", "international"], "019025 020000"],
  [["solidarity", "leisure"], "036510"],
  [["solidarity", "neighbourhood"], "032000"],
  [
    ["health"],
    "017000 017005 017015 017020 017025 017045 017055 017065 017075 017085 017095 017115",
  ],
  [["health"], "017120 017125 017130 017135 017155 017200 017210"],
  [["health", "solidarity"], "018000 018015 018030"],
  [["health", "work"], "017105 017145 018040 018045"],
  [["nature"], "017300 024000 024005 024010 024015 024020 024025 024026 024030 024040 024050"],
  [["nature", "leisure"], "007070 013000 013005 013010"],
  [["nature", "neighbourhood"], "024035"],
  [["nature", "work"], "023020 030050"],
  [
    ["citizenship"],
    "001000 001005 001010 001015 001020 002000 002015 003000 003015 003020 003025 003035",
  ],
  [
    ["citizenship"],
    "003040 003045 003060 004000 004010 004020 005030 019042 023001 023002 023003 023004",
  ],
  [["citizenship"], "036535"],
  [["citizenship", "family"], "003012"],
  [["citizenship", "health"], "003030"],
  [["citizenship", "international"], "001025 003010 003050"],
  [["citizenship", "solidarity"], "004025 004030 004035"],
  [["work"], "005035 014025 014030 019020 022000 022510 022515 022520 022525 022530 022540 022542"],
  [["work"], "022543 022545 022550 023000 023005 023007 023022 023025 023030 023035 023040 023045"],
  [["work"], "030005 030015 030020"],
  [["work", "neighbourhood"], "022535 030000"],
  [["work", "solidarity"], "019016 030010"],
  [["neighbourhood"], "030012 032520 050000"],
  [["neighbourhood", "nature"], "024045"],
  [["neighbourhood", "solidarity"], "007075 019010"],
  [["international"], "009050 014040"],
  [["international", "solidarity"], "020020"],
  [["digital"], "005020 005025"],
  [["digital", "arts"], "005000"],
  [["beliefs"], "040000"],
];

const themesByCode: ReadonlyMap<string, readonly Theme[]> = new Map(
  codesByThemes.flatMap(([themes, codes]) => codes.split(" ").map((code) => [code, themes])),
);

/** The family of a code; the nomenclature is not fully hierarchical: 0225xx belong to 023000. */
const familyOf = (code: string) => (code.startsWith("0225") ? "023000" : `${code.slice(0, 3)}000`);

/**
 * Plain themes of a registry code, the main one first; an unknown code answers for its family, no code answers nothing.
 * Files opened in a spreadsheet lose the leading zeros (`6030` for `006030`), so they are put back.
 */
export function themesOfRegistryCode(code: string | undefined): Theme[] {
  const digits = (code ?? "").trim();
  if (!/^[0-9]{1,6}$/.test(digits)) return [];
  const full = digits.padStart(6, "0");
  return [...(themesByCode.get(full) ?? themesByCode.get(familyOf(full)) ?? [])];
}
