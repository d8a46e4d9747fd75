import { sayShortDay } from '../../kernel/days.ts'
import { DataTable, DayField, Form, Reading, SubmitButton, TextField } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Job } from '../queries/engagements.ts'
import { delegationRule } from '../reference/figures.ts'
import type { Task } from '../types.ts'
import { Rules, type Strip } from './parts.tsx'

type Shows = Strip & {
  readonly job: Job
  readonly task: Task
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** Signing a healthcare task off: who trained, who is satisfied, until when; and every sign-off before. */
export const taskPage = ({ job, task, typed, errors, ...strip }: Shows): Page => ({
  title: 'Sign off a healthcare task',
  errors,
  ...(errors.length > 0 ? { status: 422 } : {}),
  ...(strip.person ? { person: strip.person } : { back: `/employment/jobs/${job.id}` }),
  body: (
    <Reading>
      <h1>
        <span className="nhsuk-caption-l">
          <bdi>{job.assistant}</bdi>
        </span>{' '}
        Sign off: <bdi>{task.says ?? 'a healthcare task'}</bdi>
      </h1>
      <DataTable
        caption="Signed off before"
        columns={[{ says: 'On' }, { says: 'Until' }, { says: 'By' }, { says: 'Trained by' }]}
        rows={task.signOffs.map((one, place) => ({
          key: `${one.on} ${place}`,
          cells: [
            sayShortDay(one.on),
            sayShortDay(one.until),
            <bdi key="by">{`${one.signedBy}, ${one.signedRole}`}</bdi>,
            <bdi key="trained">{`${one.trainedBy}, ${sayShortDay(one.trainedOn)}`}</bdi>,
          ],
        }))}
        empty="Nobody has signed this task off yet. Until then it is not safe to do."
      />
      <Form action={`/employment/jobs/${job.id}/tasks/${task.id}/sign-off`} typed={typed} errors={errors}>
        <TextField name="trainer" label="Who trained the assistant?" />
        <DayField name="trained" label="Day of the training" />
        <TextField name="signer" label="Who signed it off?" hint="A registered practitioner" />
        <TextField name="role" label="Their profession" hint="For example: community nurse" />
        <DayField name="signed" label="Day of the sign-off" />
        <DayField name="expires" label="Last day on which it holds" />
        <SubmitButton>Write the sign-off down</SubmitButton>
      </Form>
      <Rules rules={[delegationRule]} />
    </Reading>
  ),
})
