// The door of `bank`: evidence. See README.md.
export {
  type Answered,
  type AnswerProblem,
  answerQuestion,
  type NewAnswer,
} from './actions/answer-question.ts'
export { attachReceipt } from './actions/attach-receipt.ts'
export { forgetPayee } from './actions/forget-payee.ts'
export { type Imported, type ImportProblem, importStatement } from './actions/import-statement.ts'
export { joinAnswer } from './actions/join-answer.ts'
export { drawSample } from './actions/look-closely.ts'
export { askedBudget } from './queries/asked-about.ts'
export { approvedAccounts, budgetOf, seesLines } from './queries/budget.ts'
export { budgetYear } from './queries/my-money.ts'
export {
  openQuestions,
  openQuestionsOf,
  type QuestionShown,
  questionsWaiting,
} from './queries/questions.ts'
export { type Spent, spentByLine } from './queries/spent.ts'
export { gapsIn, type StatementShown, statementsOf } from './queries/statements.ts'
export type { Budget } from './rules/posting.ts'
export { agreedIn, lastsUntil } from './rules/run-out.ts'
export { sayLine, sayQuestion } from './rules/words.ts'
export type { BankShown } from './tables.ts'
export { type LineId, type MatchKind, matchKinds, type QuestionId, type StatementId } from './types.ts'
