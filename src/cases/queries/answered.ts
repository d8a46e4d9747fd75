import { bodiesOver, movesOf } from '../../access/public.ts'
import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { type OrganisationId, organisation, type PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'

/** Which bodies answered for a person one after another, each with its first day; one where none moved. */
export async function answeredBy(
  doing: Doing,
  of: { readonly person: PersonId; readonly organisation: OrganisationId },
): Promise<readonly { readonly name: string; readonly from: PlainDate | null }[]> {
  const bodies = bodiesOver(await movesOf(doing, of.person), of.organisation)
  const named: { name: string; from: PlainDate | null }[] = []
  for (const { body, from } of bodies)
    named.push({ name: (await organisation(doing, body as OrganisationId))?.name ?? 'An NHS body', from })
  return named
}

/** The same as a sentence; empty where one body has answered from the beginning. */
export function sayAnswered(bodies: Awaited<ReturnType<typeof answeredBy>>): string {
  const now = bodies.at(-1)
  if (now === undefined || now.from === null) return ''
  const before = bodies
    .slice(0, -1)
    .map(({ name }) => name)
    .reverse()
    .join(', and before that by ')
  return `Answered for by ${now.name} since ${sayShortDay(now.from)}; before, by ${before}.`
}
