// The door of `local-offer`: "can I buy this?". See README.md.
export { answerToBuy } from './actions/answer.ts'
export { type AskProblem, askToBuy } from './actions/ask.ts'
export { askAgainToBuy } from './actions/ask-again.ts'
export type { Asking } from './forms.ts'
export { type AnswerShown, answersOf, questionsOf } from './queries.ts'
export { answerSays, saySum } from './rules/say.ts'
export type { LocalOfferShown } from './tables.ts'
export type { AgreedLine, Answer, AskedBudget, Every, FindBudget, WishId } from './types.ts'
