import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { DataTable, LinkButton, Reading } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Job } from '../queries/engagements.ts'
import type { HandOver } from '../rules/hand-over.ts'
import { HandOvers, SendPayslips } from './hand-over.tsx'

type Shows = {
  readonly paid: readonly Job[]
  readonly employed: readonly Job[]
  readonly all: readonly HandOver[]
  readonly until: PlainDate
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const Employed = ({ employed }: Pick<Shows, 'employed'>) =>
  employed.length === 0 ? null : (
    <DataTable
      caption="Assistants whom you employ"
      columns={[{ says: 'Assistant' }, { says: 'Budget' }, { says: 'Since' }]}
      rows={employed.map(job => ({
        key: job.id,
        cells: [
          <a key="job" href={`/employment/jobs/${job.id}`}>
            <bdi>{job.assistant}</bdi>
          </a>,
          <a key="budget" href={`/employment/${job.reference}`}>
            {job.reference}
          </a>,
          sayShortDay(job.from),
        ],
      }))}
      empty=""
    />
  )

/**
 * A payroll firm's page, once a month: here are the hours, send the payslips back. And a third party's
 * assistants.
 */
export const firmPage = (shows: Shows): Page => ({
  title: 'Payroll',
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  back: '/home',
  body: (
    <Reading>
      <h1>Payroll</h1>
      <Employed employed={shows.employed} />
      {shows.paid.length === 0 ? (
        <p>No employer has named you as the firm that works the pay out.</p>
      ) : (
        <>
          <p>
            You work out the pay of{' '}
            {shows.paid.length === 1 ? 'one assistant' : `${shows.paid.length} assistants`}. Approved hours up
            to {sayShortDay(shows.until)} that are on no payslip yet:
          </p>
          {shows.all.length === 0 ? null : (
            <LinkButton href="/employment/payroll/file">Save all hours as a file (CSV)</LinkButton>
          )}
          <HandOvers all={shows.all} />
          <SendPayslips action="/employment/payroll/payslips" typed={shows.typed} errors={shows.errors} />
        </>
      )}
    </Reading>
  ),
})
