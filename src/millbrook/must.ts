import type { Done } from '../kernel/answers.ts'

/** The invented place is made by the actions that people use: a refusal there is a mistake in its story. */
export function must<Value>(asked: Done<Value, string>, what: string): Value {
  if (!asked.done) throw new Error(`Millbrook: ${what} was refused: ${asked.because.join(', ')}`)
  return asked.value
}
