import type { PlainDate } from '../../kernel/days.ts'

/** A file that was made: `number` where it is one for the bank, `same_as` where it is an earlier one. */
type Made = {
  readonly number: number | null
  readonly same_as: string | null
  readonly given_up_on: PlainDate | null
}

/** The bank's file of a run that counts: made and not given up; null where there is none. */
export const liveFile = <File extends Made>(files: readonly File[]): File | null =>
  files.find(({ number, same_as, given_up_on }) => number !== null && same_as === null && !given_up_on) ??
  null
