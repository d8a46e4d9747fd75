import { plainMoney, sayThousandths } from '../kernel/money.ts'
import type { LineKey } from '../needs/public.ts'
import type { Doing } from '../platform/doing.ts'
import { typedDay } from '../platform/forms.ts'
import type { Typed } from '../platform/route.ts'
import { aboutMeHeading } from './about-me.ts'
import { writeLine } from './actions/write-line.ts'
import { writeAboutMe, writeDetails, writeOutcome, writeRisk, writeText } from './actions/write-words.ts'
import { detailsForm, lineForm, outcomeForm, riskForm, textForm } from './forms.ts'
import { detailsEditPage, outcomeEditPage, riskEditPage, textEditPage } from './pages/edit.tsx'
import { lineEditPage } from './pages/line.tsx'
import { textPage } from './says.ts'
import type { Line, Outcome, OutcomeKey, Plan, Risk } from './types.ts'
import { saving, type Writing } from './writing.ts'

/** The place of a form in a plan by what stands in its address; null where there is no such place. */
export type Place = (doing: Doing, plan: Plan, name: string) => Writing | null

export const aboutMePlace: Place = (doing, plan, name) => {
  const heading = aboutMeHeading(name)
  if (heading === null || plan.words === null) return null
  const text = plan.words.aboutMe[name] ?? ''
  const shows = { caption: 'About me, in my own words', says: heading.says, asks: heading.asks }
  return {
    place: `about-me/${name}`,
    anchor: `about-me-${name}`,
    part: text,
    now: text,
    typed: { words: text },
    field: 'words',
    page: edit => textEditPage({ ...edit, ...shows }),
    save: saving(textForm, (on, { words }) => writeAboutMe(doing, { ...on, heading: name, words })),
    remove: null,
  }
}

export const textPlace: Place = (doing, plan, name) => {
  const page = textPage(name)
  if (page === null || plan.words === null) return null
  const text = plan.words[page.part]
  const shows = { caption: 'Written together', says: page.says, asks: page.asks }
  return {
    place: `details/${name}`,
    anchor: name,
    part: text,
    now: text,
    typed: { words: text },
    field: 'words',
    page: edit => textEditPage({ ...edit, ...shows }),
    save: saving(textForm, (on, { words }) => writeText(doing, { ...on, part: page.part, words })),
    remove: null,
  }
}

/** `2` is the outcome with the key `outcome-2`; an empty name adds one. */
export const outcomePlace: Place = (doing, plan, name) => {
  if (plan.words === null) return null
  const key: OutcomeKey | null = name === '' ? null : `outcome-${Number(name)}`
  const found = plan.words.outcomes.find(one => one.key === key)
  if (key !== null && found === undefined) return null
  return {
    place: name === '' ? 'outcomes' : `outcomes/${name}`,
    anchor: key ?? 'outcomes',
    part: found,
    now: found ? sayOutcome(found) : '',
    typed: found ? { says: found.says, known: found.known, checks: found.checks } : {},
    field: 'says',
    page: outcomeEditPage,
    save: saving(outcomeForm, (on, put) => writeOutcome(doing, { ...on, outcome: key, change: { put } })),
    remove: on => writeOutcome(doing, { ...on, outcome: key, change: { remove: true } }),
  }
}

const sayOutcome = ({ says, known, checks }: Outcome): string =>
  [says, known, checks].filter(text => text !== '').join('. ')

/** `1` is the first risk; an empty name adds one. */
export const riskPlace: Place = (doing, plan, name) => {
  if (plan.words === null) return null
  const place = name === '' ? null : Number(name) - 1
  const found = place === null ? undefined : plan.words.risks[place]
  if (place !== null && found === undefined) return null
  const { outcomes } = plan.words
  return {
    place: name === '' ? 'risks' : `risks/${name}`,
    anchor: name === '' ? 'risks' : `risk-${name}`,
    part: found,
    now: found ? sayRisk(found) : '',
    typed: found ? { ...found } : { outcome: '' },
    field: 'says',
    page: edit => riskEditPage({ ...edit, outcomes }),
    save: saving(riskForm, (on, put) => writeRisk(doing, { ...on, place, change: { put } })),
    remove: on => writeRisk(doing, { ...on, place, change: { remove: true } }),
  }
}

const sayRisk = ({ says, agreed }: Risk): string => [says, agreed].filter(text => text !== '').join('. ')

/** `line-3` is the arrangement with that key; `new` adds one. */
export const linePlace: Place = (doing, plan, name) => {
  if (plan.words === null) return null
  const key = name === 'new' ? null : (name as LineKey)
  const found = plan.lines.find(line => line.key === key)
  if (key !== null && found === undefined) return null
  const { outcomes } = plan.words
  return {
    place: `lines/${name}`,
    anchor: found?.outcome || 'outcomes',
    part: found,
    now: found ? `${found.says}: ${sayThousandths(found.units)} ${found.unit} a ${found.per}` : '',
    typed: found ? typedLine(found) : { kind: 'care', unit: 'hour', per: 'week' },
    field: 'says',
    page: edit => lineEditPage({ ...edit, outcomes }),
    save: saving(lineForm, (on, put) => writeLine(doing, { ...on, line: key, change: { put } })),
    remove: on => writeLine(doing, { ...on, line: key, change: { remove: true } }),
  }
}

const typedLine = (line: Line): Typed => ({
  says: line.says,
  outcome: line.outcome,
  kind: line.kind,
  unit: line.unit,
  units: sayThousandths(line.units),
  per: line.per,
  rate: plainMoney(line.rate),
  charge: line.charge === null ? '' : plainMoney(line.charge),
  way: line.way ?? '',
  payee: line.payee,
  payeeWords: line.payeeWords.join('\n'),
  employs: line.employs ? 'yes' : '',
})

export const detailsPlace: Place = (doing, plan) => {
  const part = [plan.coordinator, plan.firstReviewOn, plan.noticeDays]
  return {
    place: 'details',
    anchor: 'details',
    part,
    now: part.filter(one => one !== null).join(', '),
    typed: {
      coordinator: plan.coordinator ?? '',
      noticeDays: plan.noticeDays === null ? '' : String(plan.noticeDays),
      ...typedDay('firstReviewOn', plan.firstReviewOn),
    },
    field: 'coordinator',
    page: detailsEditPage,
    save: saving(detailsForm(doing.today), (on, details) => writeDetails(doing, { ...on, details })),
    remove: null,
  }
}
