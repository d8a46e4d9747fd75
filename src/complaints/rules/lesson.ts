import type { Again, Complaint, LearntFrom, Lesson } from '../types.ts'
import { type Hidden, hiddenIn } from './names.ts'
import type { Problem } from './say.ts'

export type NewLesson = Pick<Lesson, 'says' | 'changed' | 'owner' | 'rules' | 'pages' | 'learntFrom'>

// A page of this service, without an id or a reference in it.
const aPage = /^\/[a-z-]+(\/[a-z-]+)*$/

type Known = {
  readonly complaint: Complaint | null
  readonly lookedAgain: boolean
  readonly isRule: (id: string) => boolean
}

const happened: Readonly<Record<LearntFrom, (known: Known) => boolean>> = {
  answer: ({ complaint }) => complaint !== null && complaint.answers.length > 0,
  reconsideration: ({ lookedAgain }) => lookedAgain,
  ombudsman: ({ complaint }) => complaint?.ombudsman.some(({ what }) => what === 'decided') ?? false,
}

/** Every reason why a lesson cannot be written: nothing yet to learn from, or a link that leads nowhere. */
export function whyNotWriteLesson(lesson: NewLesson, known: Known): readonly Problem[] {
  const checks: readonly (readonly [boolean, Problem])[] = [
    [!happened[lesson.learntFrom](known), 'not-answered'],
    [!lesson.rules.every(known.isRule), 'rule-unknown'],
    [!lesson.pages.every(page => aPage.test(page)), 'no-such-page'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}

/** Was anything looked at again and answered? */
export const wasLookedAt = (agains: readonly Again[], answered: number): boolean =>
  answered > 0 || agains.some(({ answer }) => answer !== null)

/**
 * Every reason why a lesson cannot be published: its writer does not publish it, and nothing in it may show
 * whose case it was.
 */
export function whyNotPublish(
  lesson: Pick<Lesson, 'says' | 'changed' | 'by' | 'published'>,
  { by, names }: { by: string | null; names: readonly string[] },
): readonly Problem[] {
  const hidden: readonly Hidden[] = hiddenIn(`${lesson.says}\n${lesson.changed}`, names)
  const checks: readonly (readonly [boolean, Problem])[] = [
    [lesson.published !== null, 'published-already'],
    [lesson.by === by, 'own-lesson'],
  ]
  return [...checks.filter(([so]) => so).map(([, problem]) => problem), ...hidden]
}
