/** How long personal values are kept; the page on personal data says these figures, the nightly work keeps them. */
export const retention = {
  /** Messages to the commune or to an association, and every other mail of the outbox. */
  messageMonths: 12,
  proposalMonths: 12,
  accountMonths: 12,
  /** Counts of attempts. */
  securityDays: 30,
} as const;
