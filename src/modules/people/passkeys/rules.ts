/** How long a device has to answer, in minutes. */
export const challengeMinutes = 5;

/** Tries of one visitor, and the minutes they are counted over: a resource place shares one address among its visitors. */
export const limits = { visitor: { max: 60, minutes: 15 } } as const;

/** Why a device is not added, or does not open the door. */
export type PasskeyRefusal = "not_added" | "added_before" | "not_entered";

/** Whether a device that counts its uses moves forward; one that stays behind may be a copy. Many never count. */
export const countsForward = (before: number, now: number): boolean =>
  now > before || (now === 0 && before === 0);
