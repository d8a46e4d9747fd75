import type { Visit } from './visit.ts'

type Answers = Readonly<Record<string, string>>
export type Twice = {
  readonly wrong: Answers
  /** What the page says at the field. */
  readonly says: string
  /** A field and what it still holds after the form came back. */
  readonly kept: readonly [name: string, value: string]
  /** What is put right; the rest stays as it was typed. */
  readonly right: Answers
  readonly button: string
}

/** Sends a form wrong once: told at the field, with what was typed kept; then puts it right. */
export async function sendsTwice(visit: Visit, { wrong, says, kept, right, button }: Twice): Promise<void> {
  await visit.send(wrong, button)
  await visit.sees('There is a problem', says)
  await visit.stillHolds(...kept)
  await visit.send(right, button)
  await visit.doesNotSee('There is a problem')
}
