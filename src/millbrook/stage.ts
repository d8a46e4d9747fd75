import type { Doing } from '../platform/doing.ts'
import { again, asked, decided, messages, offered, shownEligible, taken, withdrawn } from './asking.ts'
import { writeFolk } from './folk.ts'
import {
  accountApproved,
  accountGiven,
  prepared,
  scheduled,
  signedByBody,
  signedByPerson,
} from './holding.ts'
import { assessed, doubted, shown, summed } from './needing.ts'
import { councilSees, drafted, handed, signedOff, supplierSees, written } from './planning.ts'
import type { Life, Stage } from './types.ts'
import { type Place, reaches, type Walk } from './walk.ts'

type Step = (walk: Walk) => Promise<Walk>

/** What is done to reach a stage, in order. */
const steps: readonly (readonly [Stage, Step])[] = [
  ['known', offered],
  ['asked', asked],
  ['taken', taken],
  ['shown-eligible', shownEligible],
  ['decided', decided],
  ['decided', again],
  ['assessed', assessed],
  ['summed', summed],
  ['shown', shown],
  ['shown', doubted],
  ['drafted', drafted],
  ['written', written],
  ['handed', handed],
  ['drafted', councilSees],
  ['signed-off', signedOff],
  ['signed-off', supplierSees],
  ['prepared', prepared],
  ['account-given', accountGiven],
  ['account-approved', accountApproved],
  ['signed-by-person', walk => signedByPerson(walk)],
  ['signed', walk => signedByBody(walk)],
  ['signed', scheduled],
]

/**
 * Walks somebody from being written down to the stage of their story, through the actions that people
 * use, each on its
 * day and by the one who does it. What a story gets wrong is refused like anybody's mistake, and throws.
 */
export async function walkThrough(
  doing: Doing,
  { place, life, serial }: { readonly place: Place; readonly life: Life; readonly serial: number },
): Promise<Walk> {
  let walk: Walk = { ...(await writeFolk({ doing, place, life, serial })), request: null, accounts: [] }
  for (const [stage, step] of steps) if (reaches(life, stage)) walk = await step(walk)
  if (walk.request !== null) walk = await messages(await withdrawn(walk))
  return walk
}

/** A further budget of somebody who has one, from its own request: for a move to adult care. */
export async function furtherBudget(
  walk: Walk,
  life: Life,
  request: NonNullable<Walk['request']>,
): Promise<Walk> {
  let further: Walk = { ...walk, life, request, accounts: [], serial: walk.serial + 400 }
  const later = steps.filter(([stage]) => stage !== 'known' && stage !== 'asked')
  for (const [stage, step] of later) if (reaches(life, stage)) further = await step(further)
  return further
}
