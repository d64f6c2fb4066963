/** Words of somebody who waits for news of what they reported, folded. */
const IMPATIENT: readonly RegExp[] = [
  /\b(?:khong|ko|k|chua|chang) (?:thay )?(?:ai|can bo|cong an)(?: nao)? (?:lam gi|tra loi|giai quyet|lien he|xu ly|goi|ngo ngang|quan tam)\b/,
  /\b(?:sao|bao gio|khi nao|chung nao|bao lau)\b.*\b(?:chua|khong|moi|thi)\b.*\b(?:giai quyet|xu ly|tra loi|lien he|goi lai)\b/,
  /\b(?:lam an (?:kieu gi|nhu the nao|gi ma|chan)|vo trach nhiem|tac trach|cham qua|lau qua roi)\b/,
  /\b(?:gui|bao) (?:tin |don |roi )?(?:ca tuan|may ngay|may tuan|lau roi|hom no|ca thang)\b/,
];

/** Whether somebody complains that nothing happens. It tells nothing about whether they reported anything. */
export const isImpatient = (folded: string): boolean => IMPATIENT.some((words) => words.test(folded));
