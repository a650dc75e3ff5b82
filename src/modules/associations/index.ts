export * from "./codes.ts";
export type { Address, AssociationFacts, PlaceFacts } from "./facts.ts";
export { plainWords, slugOf } from "./identity/names.ts";
export { freeSlug } from "./record/rules.ts";
export { campaignJobs } from "./campaigns/jobs.ts";
export { addBatch, batchById, partFiles } from "./letters/batches.ts";
export { letterJobs } from "./letters/jobs.ts";
export { printBatch, recordBatch } from "./letters/printing.ts";
export { postedBy } from "./letters/queries.ts";
export { audiences, type Audience } from "./letters/rules.ts";
export { doublesJobs } from "./doubles/jobs.ts";
export { mergedNumbers, oldNameKey, type MergedNumbers } from "./doubles/numbers.ts";
export { askForScan, scanForDuplicates, type Scanned } from "./doubles/scan.ts";
export {
  freshnessMeter,
  freshnessRules,
  sectionStates,
  type MeterLine,
  type SectionState,
} from "./freshness/queries.ts";
export { sheetAsXlsx } from "./list/export.ts";
export { freshnessLevels, type Freshness, type FreshnessRules } from "./freshness/rules.ts";
export { newClaimCode, type NewCode } from "./claiming/codes.ts";
export { handoversBetween, type CountedHandover } from "./handover/queries.ts";
export { mayDo, topics, type Topic } from "./members/rules.ts";
export { toDoInSpace } from "./space/to-do.ts";
export { heldAlone, memberships } from "./members/memberships.ts";
export { addPaper, documentsOf, publicPapersOf } from "./documents/queries.ts";
export { largestBody, paperField, receivePaper, type Received } from "./documents/receiving.ts";
export { paperAnswer } from "./documents/serving.ts";
export { PaperLink } from "./documents/paper-link.tsx";
export { isValidOn, type DocumentKind, type Paper } from "./documents/rules.ts";
export { associationPeople } from "./personal-data.ts";
export { contactErased } from "./contacts/forgetting.ts";
export { applyFacts, applyFactsToMany, type Applied } from "./record/apply.ts";
export { createAssociation, createAssociations, type Created } from "./record/create.ts";
export {
  personalFields,
  type Contact,
  type Field,
  type Provenance,
  type RecordFields,
  type Situation,
  type Source,
} from "./record/fields.ts";
export {
  imagesOf,
  removeAssociations,
  restoreAssociation,
  type BeforeImage,
} from "./record/images.ts";
export { situationOf, situationsOf } from "./record/queries.ts";
export { associationFacts, factsOf } from "./record/read-facts.ts";
export { lockedFields, wouldChange } from "./record/proposing.ts";
export { sameValue, type Changes } from "./record/rules.ts";
export { provenanceWords } from "./situation/provenance.tsx";
export { writeAll, type Origin, type Write } from "./record/write.ts";
export { displayRna, oldNumberOf, readRna, rnaKind, sameRna } from "./identity/numbers.ts";
export {
  addToIndex,
  duplicateIndex,
  findDuplicatesOf,
  type DuplicateIndex,
} from "./duplicates/find.ts";
export { duplicateRecordOf, type DuplicateRecord } from "./duplicates/record.ts";
export { counterReasonCodes, reasonCodes, type Reason } from "./duplicates/reasons.ts";
export { identityPages } from "./duplicates/queries.ts";
export { joinedDiffs, partOf } from "./bulk/image-parts.ts";
export { diffOf, diffWithout, type ImageDiff } from "./bulk/image-diff.ts";
export { revertAll, type Reverted } from "./bulk/revert.ts";
export { routes as associationRoutes } from "./routes.ts";
export { themesOfWords } from "./nomenclature/words.ts";
export { addressRefused } from "./reminders/jobs.ts";
export { periodic as associationWork } from "./jobs.ts";
export { prioritiesOf, type Priority } from "./priority/queries.ts";
export { reportsBetween, type ReportRow } from "./proposals/counts.ts";
export {
  associationNamed,
  associationsNamed,
  flat,
  searching as associationSearching,
} from "./search.ts";
export { waiting as associationWaiting } from "./waiting.ts";
export { tasks as associationTasks } from "./tasks.ts";
export { oneOf, someOf, text, webAddress } from "./edit/kinds.ts";
export { frenchOfText } from "./translations/queries.ts";
export { readingAddress } from "./translations/reading-address.ts";
export { recordWriters } from "./rights.ts";
export { designationsOf, type Designation } from "./designations/queries.ts";
export {
  criteria,
  designationKinds,
  type Criterion,
  type DesignationKind,
} from "./designations/rules.ts";
export { allTools, toolName, type Tool } from "./tools/list.ts";
export { openNeeds, type Need } from "./tools/queries.ts";
export type { ToolsOf, ToolsPart } from "./tools/part.ts";
export { answerNeed, sayTools } from "./tools/write.ts";
export { supportKinds, type SupportKind } from "./support/rules.ts";
export { recordSupport, withdrawSupport, type Support } from "./support/write.ts";
export { codeWord, languageWord } from "./words.ts";
export { urls as associationUrls } from "./urls.ts";
export { fieldWords, valueWords } from "./history/words.tsx";
