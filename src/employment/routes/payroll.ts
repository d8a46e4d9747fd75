import type { Route } from '../../access/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { readId } from '../../kernel/ids.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { type ImportProblem, importPayslips, type Sender } from '../actions/import-payslips.ts'
import { firmPage } from '../pages/firm.tsx'
import { handOverPage, payslipFilePage, sendErrors } from '../pages/hand-over.tsx'
import type { Job } from '../queries/engagements.ts'
import { jobsOf } from '../queries/engagements.ts'
import { jobsOfBudget, jobsOfFirm, jobsOfThirdParty, payslipFileOf } from '../queries/lists.ts'
import { type HandOver, handOverFile, handOverOf } from '../rules/hand-over.ts'
import { actsAsEmployer, type InBudget, inBudget } from './seeing.ts'

const handOversOf = (jobs: readonly Job[], until: PlainDate): readonly HandOver[] =>
  jobs.flatMap(job => handOverOf(job, until) ?? [])

const asFile = (jobs: readonly Job[], until: PlainDate): Answer => ({
  download: `hours-until-${until}.csv`,
  kind: 'text/csv; charset=utf-8',
  body: handOverFile(handOversOf(jobs, until)),
})

async function handOver(
  doing: Doing,
  asked: Asked,
  { budget, standing, strip }: InBudget,
  errors: readonly FieldError[],
): Promise<Answer> {
  const jobs = await jobsOfBudget(doing, budget.reference)
  return handOverPage({
    reference: budget.reference,
    all: handOversOf(jobs, doing.today),
    until: doing.today,
    maySend: actsAsEmployer(doing, standing),
    typed: asked.form,
    errors,
    ...strip,
  })
}

async function showHandOver(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inBudget(doing, asked, 'employment-hand-over')
  return found === null ? notFound : handOver(doing, asked, found, [])
}

async function handOverAsFile(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inBudget(doing, asked, 'employment-hand-over-file')
  return found === null ? notFound : asFile(await jobsOfBudget(doing, found.budget.reference), doing.today)
}

const fileIn = ({ files }: Asked) =>
  files.find(({ field, bytes }) => field === 'payslips' && bytes.length > 0) ?? null

const wrongFile = (
  because: readonly ImportProblem[],
  missing: readonly string[] = [],
): readonly FieldError[] =>
  because.map(problem => ({
    field: 'payslips',
    says: missing.length > 0 ? `${sendErrors[problem]}: ${missing.join(', ')}` : sendErrors[problem],
  }))

async function sent(
  doing: Doing,
  asked: Asked,
  sender: Sender,
  again: (errors: readonly FieldError[]) => Promise<Answer>,
): Promise<Answer> {
  const imported = await importPayslips(doing, sender, fileIn(asked))
  if (imported.done)
    return `/employment/payslip-files/${imported.value.file}?done=${imported.value.again ? 'again' : 'read'}`
  if (imported.because.includes('not-yours')) return notAllowed
  return imported.because.includes('not-found')
    ? notFound
    : again(wrongFile(imported.because, imported.missing))
}

async function employerSends(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inBudget(doing, asked, 'employment-hand-over')
  if (found === null) return notFound
  const { reference } = found.budget
  return sent(doing, asked, { reference }, errors => handOver(doing, asked, found, errors))
}

const ownFirm = (doing: Doing): OrganisationId | null =>
  doing.actor.roles.find(({ role }) => role === 'provider')?.organisation ?? null

async function firm(doing: Doing, asked: Asked, errors: readonly FieldError[] = []): Promise<Answer> {
  const id = ownFirm(doing)
  if (id === null) return notFound
  const paid = await jobsOfFirm(doing, id)
  const employed = await jobsOfThirdParty(doing)
  const all = handOversOf(paid, doing.today)
  return firmPage({ paid, employed, all, until: doing.today, typed: asked.form, errors })
}

async function firmFile(doing: Doing): Promise<Answer> {
  const id = ownFirm(doing)
  return id === null ? notFound : asFile(await jobsOfFirm(doing, id), doing.today)
}

async function firmSends(doing: Doing, asked: Asked): Promise<Answer> {
  const id = ownFirm(doing)
  if (id === null) return notFound
  return sent(doing, asked, { firm: id, name: doing.actor.name }, errors => firm(doing, asked, errors))
}

const doneSays: Readonly<Record<string, string>> = {
  read: 'The file was read.',
  again: 'We have this file already. Nothing was added.',
}

async function showFile(doing: Doing, asked: Asked): Promise<Answer> {
  const id = readId<'payslip file'>(asked.at['file'] ?? '')
  const found = id === null ? null : await payslipFileOf(doing, id)
  if (found === null) return notFound
  const jobs = await jobsOf(
    doing,
    found.slips.map(({ engagement_id }) => engagement_id),
  )
  const [first] = jobs
  const back =
    found.file.firm_id === null ? `/employment/${first?.reference ?? 'hours'}/pay` : '/employment/payroll'
  return payslipFilePage({
    found,
    back: found.file.firm_id === null && first === undefined ? '/home' : back,
    names: new Map(jobs.map(({ id: job, assistant }) => [job, assistant])),
    done: doneSays[one(asked.query, 'done')],
  })
}

export const payrollRoutes: readonly Route[] = [
  { at: 'GET /employment/:reference/hand-over', allow: 'employment.read', handle: showHandOver },
  { at: 'GET /employment/:reference/hand-over/file', allow: 'employment.read', handle: handOverAsFile },
  { at: 'POST /employment/:reference/payslips', allow: 'employment.employ', handle: employerSends },
  {
    at: 'GET /employment/payroll',
    allow: 'employment.payroll',
    handle: (doing, asked) => firm(doing, asked),
  },
  { at: 'GET /employment/payroll/file', allow: 'employment.payroll', handle: firmFile },
  { at: 'POST /employment/payroll/payslips', allow: 'employment.payroll', handle: firmSends },
  { at: 'GET /employment/payslip-files/:file', allow: 'employment.read', handle: showFile },
]
