// The door of `notices`: letters and messages. See README.md.
export { sendLetter } from './actions/send-letter.ts'
export { sendLetters } from './actions/send-letters.ts'
export { openThread, sendMessage } from './actions/send-message.ts'
export { tellColleague } from './actions/tell-colleague.ts'
export { LetterPaper } from './pages/letter.tsx'
export { lettersAbout, lettersOf, messagesOf, noticeOf, unread, unreadIn } from './queries.ts'
export type { NoticesShown } from './tables.ts'
export type { NewLetter, NoticeId, Paragraph, StatedRule } from './types.ts'
