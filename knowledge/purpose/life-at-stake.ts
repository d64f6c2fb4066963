/** The urgent articles in whose matters a life may be at stake: they are heard in the middle of anything else. */
export const LIFE_AT_STAKE: ReadonlySet<string> = new Set([
  'sos-khung-hoang-muon-tu-tu',
  'sos-bat-coc-online',
  'sos-tre-em-bi-xam-hai-du-do',
  'so-khan-cap',
]);
