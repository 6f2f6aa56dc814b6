import { SegmentedControl, Text } from '@mantine/core';
import { useId } from 'react';
import type { MatchStrategy } from '../../gql/enums';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { strategies } from './state';
import { useMatchWords } from './words';

const text = texts({ strategy: '策略' }, { strategy: 'Strategy' });

type Props = { strategy: MatchStrategy; onChange: (strategy: MatchStrategy) => void };

/** Which disciplines count more. */
export function Strategy({ strategy, onChange }: Props) {
  const t = useTexts(text);
  const words = useMatchWords();
  const id = useId();
  return (
    <div>
      <Text size="sm" fw={500} mb={4} id={id}>
        {t.strategy}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={id}
        data={strategies.map((s) => ({ value: s, label: words.strategy(s) }))}
        value={strategy}
        onChange={onChange}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {words.aim(strategy)}
      </Text>
    </div>
  );
}
