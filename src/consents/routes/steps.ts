import { createElement } from 'react'
import type { Route } from '../../access/public.ts'
import { type Done, refused } from '../../kernel/answers.ts'
import { kindOf } from '../../platform/files.ts'
import type { Asked } from '../../platform/route.ts'
import type { Power } from '../../rights/public.ts'
import { endAuthority, keepPaper } from '../actions/authority.ts'
import { decideBestInterests, noteFinding } from '../actions/find-capacity.ts'
import { endPermission, permitFamily } from '../actions/permit.ts'
import {
  bestInterestsForm,
  endForm,
  findingForm,
  lastDayForm,
  paperForm,
  permissionForm,
  somebodyNew,
} from '../forms.ts'
import {
  BestInterestsFields,
  EndFields,
  FindingFields,
  LastDayFields,
  PaperFields,
  PermissionFields,
} from '../pages/fields.tsx'
import type { Problem } from '../rules/why-not.ts'
import type { Acting } from '../types.ts'
import type { Seen } from './seeing.ts'
import { stepRoutes } from './step.ts'

const finding = stepRoutes({
  at: 'findings',
  allow: 'consents.assess',
  title: 'Write down what was found about one decision',
  button: 'Save what was found',
  fields: () => createElement(FindingFields),
  form: (_, { today }) => findingForm(today),
  act: (doing, { seen }, value) => noteFinding(doing, { person: seen.person.id, ...value }),
  fieldOf: {
    first: 'decision',
    'birth-unknown': 'on-day',
    'a-child': 'on-day',
    'in-the-future': 'on-day',
    'help-missing': 'helpTried',
    'review-too-early': 'reviewOn-day',
    'older-than-known': 'on-day',
  },
  done: 'found',
})

const findingIn = ({ facts }: Seen, which: string) => facts.found.find(one => String(one.number) === which)

const bestInterests = stepRoutes({
  at: 'findings/:which/best-interests',
  allow: 'consents.assess',
  title: 'What was decided in the person’s best interests',
  button: 'Save what was decided',
  fits: (seen, which) => findingIn(seen, which)?.found === 'has-not',
  fields: (seen, which) => createElement(BestInterestsFields, { found: findingIn(seen, which) }),
  form: (_, { today }) => bestInterestsForm(today),
  act: (doing, { seen, which }, value) =>
    decideBestInterests(doing, { person: seen.person.id, number: Number(which), ...value }),
  fieldOf: { first: 'decided', 'in-the-future': 'on-day', 'before-the-finding': 'on-day' },
  done: 'decided',
})

const withPapers = ({ facts }: Seen): readonly Acting[] =>
  facts.acting.filter(one => one.kind !== 'nominee' && !one.ended)

const paperIn = ({ files }: Asked) => {
  const [sent = null] = files.filter(({ field, bytes }) => field === 'paper' && bytes.length > 0)
  return sent
}
const isPaper = (bytes: Uint8Array): boolean => {
  const kind = kindOf(bytes)
  return kind !== null && kind !== 'text/plain'
}

type PaperValue = Extract<ReturnType<ReturnType<typeof paperForm>['read']>, { ok: true }>['value']

/** Who the paper is about; the reasons why that cannot be said are the form's. */
function whoIn(value: PaperValue): Done<Parameters<typeof keepPaper>[1]['who'], Problem> {
  if (value.who !== somebodyNew) return { done: true, value: { relationship: value.who } }
  const basis: Power | null = value.basis
  if (value.name === '' || basis === null) {
    const missing: readonly Problem[] = [
      ...(value.name === '' ? (['name-missing'] as const) : []),
      ...(basis === null ? (['basis-missing'] as const) : []),
    ]
    return refused(...missing)
  }
  return { done: true, value: { name: value.name, basis, from: value.from, until: value.until } }
}

const paper = stepRoutes({
  at: 'authority',
  allow: 'consents.assess',
  title: 'Keep the paper of somebody who acts',
  button: 'Keep this paper',
  files: true,
  fields: seen => createElement(PaperFields, { acting: withPapers(seen) }),
  form: (seen, { today }) =>
    paperForm(
      today,
      withPapers(seen).map(({ id }) => id),
    ),
  act: async (doing, { seen, asked }, value) => {
    const who = whoIn(value)
    if (!who.done) return who
    const file = paperIn(asked)
    if (file !== null && !isPaper(file.bytes)) return refused('not-a-paper')
    return keepPaper(doing, { ...value, person: seen.person.id, who: who.value, file })
  },
  fieldOf: {
    first: 'who',
    'name-missing': 'name',
    'basis-missing': 'basis',
    'not-a-paper': 'paper',
    'in-the-future': 'seenOn-day',
    'ends-before-it-begins': 'until-day',
  },
  done: 'paper',
})

const actingIn = ({ facts }: Seen, which: string) =>
  facts.acting.find(one => one.id === which && one.kind === 'representative' && !one.ended)

const ending = stepRoutes({
  at: 'authority/:which/ending',
  allow: 'consents.assess',
  title: 'End somebody’s power to act',
  button: 'End it now',
  fits: (seen, which) => actingIn(seen, which) !== undefined,
  fields: (seen, which) => createElement(EndFields, { one: actingIn(seen, which) }),
  form: () => endForm(),
  act: (doing, { seen, which }, value) =>
    endAuthority(doing, { person: seen.person.id, relationship: which, ...value }),
  fieldOf: { first: 'because' },
  done: 'ended',
})

const permission = stepRoutes({
  at: 'permissions',
  allow: 'consents.permit',
  title: 'Permit that somebody near is paid',
  button: 'Permit this',
  fields: () => createElement(PermissionFields),
  form: (_, { today }) => permissionForm(today),
  act: (doing, { seen }, value) => permitFamily(doing, { person: seen.person.id, ...value }),
  fieldOf: {
    first: 'name',
    'no-decision-needed': 'relation',
    'ends-before-it-begins': 'until-day',
  },
  done: 'permitted',
})

const permissionEnd = stepRoutes({
  at: 'permissions/:which/ending',
  allow: 'consents.permit',
  title: 'End a permission to be paid',
  button: 'End this permission',
  fields: () =>
    createElement(LastDayFields, { says: 'What was paid until the last day stands. Tell the family first.' }),
  form: (_, { today }) => lastDayForm(today),
  act: (doing, { seen, which }, value) =>
    endPermission(doing, { person: seen.person.id, permission: which, ...value }),
  fieldOf: { first: 'because', 'last-day-wrong': 'lastOn-day' },
  done: 'permission-ended',
})

/** Every form of staff about one person. */
export const steps: readonly Route[] = [
  ...finding,
  ...bestInterests,
  ...paper,
  ...ending,
  ...permission,
  ...permissionEnd,
]
