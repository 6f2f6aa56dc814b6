import type { MatchComponentName } from '../../gql/enums';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import style from './Match.module.css';
import { score, share, useMatchWords } from './words';

type Part = { name: MatchComponentName; value: number; weight: number };

const text = texts(
  { title: '评分构成', part: '评分项', value: '分值', weight: '权重', counts: '计入' },
  { title: 'Parts of the score', part: 'Part', value: 'Value', weight: 'Weight', counts: 'Counts' },
);

export function Bar({ value }: { value: number }) {
  return (
    <span className={style.bar} aria-hidden>
      <span style={{ width: `${Math.max(0, Math.min(1, value)) * 100}%` }} />
    </span>
  );
}

/** The parts of a score as bars; a table, so that the numbers are there for everyone. */
export function Bars({ parts }: { parts: Part[] }) {
  const t = useTexts(text);
  const words = useMatchWords();
  return (
    <table className={style.bars}>
      <caption className={style.hidden}>{t.title}</caption>
      <thead className={style.hidden}>
        <tr>
          <th scope="col">{t.part}</th>
          <th scope="col">{t.value}</th>
          <th scope="col">{t.weight}</th>
          <th scope="col">{t.counts}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((p) => (
          <tr key={p.name} title={words.meaning(p.name)}>
            <th scope="row">{words.component(p.name)}</th>
            <td>
              <Bar value={p.value} />
              {p.value.toFixed(2)}
            </td>
            <td>× {share(p.weight)}</td>
            <td>= {score(p.value * p.weight)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
