import { classes, type Html, useOwnId } from './model.ts'

export type Task = {
  readonly says: string
  /** Where the task is done; without it the task cannot be started yet. */
  readonly href?: string | undefined
  readonly hint?: Html | undefined
  readonly state: keyof typeof states
  /** The words of the state, where the usual ones do not fit. */
  readonly stateSays?: string | undefined
}

const quiet = 'nhsuk-tag--no-colour nhsuk-tag--no-border nhsuk-u-font-weight-normal'

const states = {
  done: { says: 'Completed', look: quiet },
  'to-do': { says: 'Incomplete', look: 'nhsuk-tag--blue' },
  'needs-you': { says: 'Needs you', look: 'nhsuk-tag--yellow' },
  problem: { says: 'There is a problem', look: 'nhsuk-tag--red' },
  'not-yet': { says: 'Cannot start yet', look: `${quiet} nhsuk-u-secondary-text-colour` },
} as const

const Name = ({
  says,
  href,
  describedBy,
}: {
  says: string
  href: string | undefined
  describedBy: string
}) =>
  href === undefined ? (
    <div>{says}</div>
  ) : (
    <a className="nhsuk-task-list__link nhsuk-link" href={href} aria-describedby={describedBy}>
      {says}
    </a>
  )

const Item = ({ task, id }: { task: Task; id: string }) => (
  <li className={classes('nhsuk-task-list__item', task.href && 'nhsuk-task-list__item--with-link')}>
    <div className="nhsuk-task-list__name-and-hint">
      <Name
        {...task}
        href={task.href}
        describedBy={`${task.hint === undefined ? '' : `${id}-hint `}${id}-status`}
      />
      {task.hint === undefined ? null : (
        <div className="nhsuk-task-list__hint" id={`${id}-hint`}>
          {task.hint}
        </div>
      )}
    </div>
    <div className="nhsuk-task-list__status" id={`${id}-status`}>
      <strong className={`nhsuk-tag ${states[task.state].look}`}>
        {task.stateSays ?? states[task.state].says}
      </strong>
    </div>
  </li>
)

/** The parts of a long piece of work, each with how it stands. */
export function TaskList({ tasks, id }: { tasks: readonly Task[]; id?: string | undefined }) {
  const made = useOwnId()
  return (
    <ul className="nhsuk-task-list">
      {tasks.map((task, place) => (
        <Item key={task.says} task={task} id={`${id ?? made}-${place + 1}`} />
      ))}
    </ul>
  )
}
