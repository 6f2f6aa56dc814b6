import { Button } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';
import style from './FacetGroup.module.css';

const text = texts(
  {
    more: (n: number) => `还有 ${n} 项`,
    less: '收起',
    left: (n: number) => `另有 ${n} 项未列出`,
    nothing: '没有可选项',
  },
  {
    more: (n: number) => `${n} more`,
    less: 'Show fewer',
    left: (n: number) => `${n} further values are left out`,
    nothing: 'Nothing to choose',
  },
);

export type Option = {
  value: string;
  label: string;
  count: number;
  /** Why it cannot be chosen. */
  fixed?: string;
};

type Props = {
  title: string;
  /** Stands beside the title: help, a choice of level. */
  beside?: ReactNode;
  options: Option[];
  chosen: string[];
  /** Values that the server left out. */
  left?: number;
  onChange: (values: string[]) => void;
};

const shown = 8;

/** The values of a facet with their counts, to be ticked. */
export function FacetGroup({ title, beside, options, chosen, left = 0, onChange }: Props) {
  const t = useTexts(text);
  const id = useId();
  const [all, setAll] = useState(false);
  // What is chosen stays to be seen, even far down.
  const visible = all ? options : options.filter((o, i) => i < shown || chosen.includes(o.value));
  const hidden = options.length - visible.length;
  return (
    <div className={style.group} role="group" aria-labelledby={id}>
      <div className={style.head}>
        <h2 className={style.title} id={id}>
          {title}
        </h2>
        {beside}
      </div>
      {options.length === 0 && <p className={style.note}>{t.nothing}</p>}
      {visible.map((o) => (
        <label
          key={o.value}
          className={style.option}
          title={o.fixed ?? o.label}
          data-fixed={o.fixed ? true : undefined}
        >
          <input
            type="checkbox"
            checked={chosen.includes(o.value)}
            disabled={o.fixed !== undefined}
            onChange={(e) => {
              onChange(e.currentTarget.checked ? [...chosen, o.value] : chosen.filter((v) => v !== o.value));
            }}
          />
          <span className={style.label}>{o.label}</span>
          <span className={style.count}>{o.count}</span>
        </label>
      ))}
      {(hidden > 0 || all) && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? t.less : t.more(hidden)}
        </Button>
      )}
      {all && left > 0 && <p className={style.note}>{t.left(left)}</p>}
    </div>
  );
}
