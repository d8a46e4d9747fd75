import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { DataTable, Tag } from '../../nhs/public.ts'
import type { Job } from '../queries/engagements.ts'
import { signedOffOn } from '../rules/pending.ts'
import type { Task } from '../types.ts'

const taskTag = ({ signOffs }: Task, today: PlainDate) => {
  if (signedOffOn(signOffs, today)) return <Tag means="good">Signed off</Tag>
  return signOffs.some(({ until }) => until < today) ? (
    <Tag means="overdue">Ran out</Tag>
  ) : (
    <Tag means="needs-you">Not signed off</Tag>
  )
}

/** Healthcare tasks that were handed over, and whether each is signed off today. */
export const Tasks = ({ job, today }: { job: Job; today: PlainDate }) =>
  job.tasks.length === 0 ? null : (
    <DataTable
      caption="Healthcare tasks handed over"
      columns={[{ says: 'Task' }, { says: 'How it stands' }, { says: 'Signed off by' }, { says: 'Until' }]}
      rows={job.tasks.map(task => {
        const [last] = task.signOffs
        return {
          key: task.id,
          cells: [
            <bdi key="task">{task.says ?? 'A healthcare task'}</bdi>,
            <span key="how">{taskTag(task, today)}</span>,
            last === undefined ? (
              ''
            ) : (
              <bdi key="who">{`${last.signedBy}, ${last.signedRole}; trained by ${last.trainedBy}`}</bdi>
            ),
            last === undefined ? '' : sayShortDay(last.until),
          ],
        }
      })}
      empty=""
    />
  )
