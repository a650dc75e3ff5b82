/** How long personal values are kept: the page on personal data says these figures, the nightly work keeps them. */
export const retention = {
  /** Every mail of the outbox, messages to the commune and to associations among them. */
  mailDays: 90,
  /** Who sent a proposal or an error report, once it is answered. */
  proposalDays: 180,
  /** To whom mails that ask for confirmations went, and the link of each that stops them. */
  sendingDays: 730,
  /** A note agents removed, what an edited one said before; an absence once it is over. */
  noteDays: 30,
  absenceDays: 365,
  /** Who asked to hold a listing, once they are answered; when nobody answers, since they asked. */
  claimDays: 180,
  unansweredClaimDays: 90,
  /** Links that confirm a listing, once they have ended. */
  linkDays: 30,
  /** Values a file of the national registry proposed: after that, only counts and what was refused. */
  registryDays: 400,
  /** A paper of an association that was replaced or removed; one that has ended and nobody replaced. */
  removedPaperDays: 30,
  replacedPaperDays: 1100,
  /** A photo taken away or replaced, while it may be put back. */
  photoDays: 30,
  /** An account without role nor association, since its owner was last seen. */
  accountMonths: 12,
  /** Invitations after they expire, answers of forms sent twice. */
  invitationDays: 30,
  formAnswerDays: 30,
  /** An imported file on disk; what it changed stays, and can be undone. */
  importFileDays: 30,
  /** Letters printed for associations, as files: they hold names, addresses and links. */
  letterDays: 30,
  /**
   * Names, contacts and answers of those registered: after the activity is over (three months, as for appointments in
   * `obligations`: the CNIL asks for no longer than the purpose), sooner for who cancelled. Counts stay.
   */
  registrationDays: 90,
  cancelledRegistrationDays: 30,
  /** Who booked a room or a workstation, once its time is over. */
  bookingDays: 30,
  /** An address that asked to be told of dates that change, and did not confirm; one that did, once there is no date any more. */
  unconfirmedDays: 2,
  followedDays: 30,
  /** Counts of attempts. */
  attemptHours: 24,
} as const;
