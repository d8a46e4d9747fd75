import type { Route } from '../../access/public.ts'
import type { Asked } from '../../platform/route.ts'
import {
  aboutMePlace,
  detailsPlace,
  linePlace,
  outcomePlace,
  type Place,
  riskPlace,
  textPlace,
} from '../places.ts'
import { inPlan } from '../showing.ts'
import { removeWriting, saveWriting, showWriting } from '../writing.ts'

const none = (): string => ''
const named = ({ at }: Asked): string => at['name'] ?? ''
const numbered = ({ at }: Asked): string =>
  /^[1-9]\d{0,3}$/.test(at['name'] ?? '') ? (at['name'] ?? '') : 'none'

type Form = { readonly at: string; readonly place: Place; readonly name: (asked: Asked) => string }

/** A page to write one thing on, and where it is sent. */
const formAt = ({ at, place, name }: Form): readonly Route[] => [
  {
    at: `GET /plans/:reference/${at}`,
    allow: 'plans.write',
    handle: (doing, asked) =>
      inPlan(doing, asked, found => showWriting(doing, found, place(doing, found.plan, name(asked)))),
  },
  {
    at: `POST /plans/:reference/${at}`,
    allow: 'plans.write',
    handle: (doing, asked) =>
      inPlan(doing, asked, found =>
        saveWriting(found, { writing: place(doing, found.plan, name(asked)), form: asked.form }),
      ),
  },
]

const removalAt = ({ at, place, name }: Form): Route => ({
  at: `POST /plans/:reference/${at}/removal`,
  allow: 'plans.write',
  handle: (doing, asked) =>
    inPlan(doing, asked, found =>
      removeWriting(found, { writing: place(doing, found.plan, name(asked)), form: asked.form }),
    ),
})

const outcome: Form = { at: 'outcomes/:name', place: outcomePlace, name: numbered }
const risk: Form = { at: 'risks/:name', place: riskPlace, name: numbered }
const line: Form = { at: 'lines/:name', place: linePlace, name: named }

/** Writing a plan, one thing on a page. */
export const writingRoutes: readonly Route[] = [
  ...formAt({ at: 'about-me/:name', place: aboutMePlace, name: named }),
  ...formAt({ at: 'outcomes', place: outcomePlace, name: none }),
  ...formAt(outcome),
  removalAt(outcome),
  ...formAt({ at: 'risks', place: riskPlace, name: none }),
  ...formAt(risk),
  removalAt(risk),
  ...formAt(line),
  removalAt(line),
  ...formAt({ at: 'details', place: detailsPlace, name: none }),
  ...formAt({ at: 'details/:name', place: textPlace, name: named }),
]
