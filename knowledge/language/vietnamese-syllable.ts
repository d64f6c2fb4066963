const ONSETS = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x';

const RHYMES = [
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay',
  'e|ec|em|en|eng|enh|eo|ep|et|ech|eu',
  'i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu',
  'o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oc|oe|oen|oeo|oet|oi|om|on|ong|oong|op|ot',
  'u|ua|uan|uang|uat|uay|uc|ue|uech|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu',
  'uy|uya|uych|uyen|uyet|uynh|uyp|uyt|uyu|y|yem|yen|yet|yeu',
].join('|');

const SYLLABLE = new RegExp(`^(${ONSETS})?(${RHYMES})$`);

/**
 * Whether a folded word could be a Vietnamese syllable. One that could be, and that no article knows, is a word of
 * another matter and not a slip of the finger.
 */
export const isVietnameseSyllable = (folded: string): boolean => folded.length <= 7 && SYLLABLE.test(folded);
