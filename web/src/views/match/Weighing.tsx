import { Button, Group, Paper, Slider, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { components, isUsual, usualWeights, type Weights } from './state';
import { share, useMatchWords } from './words';

const text = texts(
  { title: '权重', reset: '恢复默认', zero: '至少一项要大于 0', of: (name: string, s: string) => `${name}，占 ${s}` },
  { title: 'Weights', reset: 'Reset', zero: 'One of them must be above 0', of: (n: string, s: string) => `${n}, ${s}` },
);

type Props = { weights: Weights; change: (some: { weights: Weights }) => void };

/** How much each part of the score counts; only ratios matter, so the shares are shown. */
export function Weighing({ weights, change }: Props) {
  const t = useTexts(text);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="match-weights">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5" id="match-weights">
          {t.title}
        </Title>
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={isUsual(weights)}
          onClick={() => {
            change({ weights: usualWeights });
          }}
        >
          {t.reset}
        </Button>
      </Group>
      <Sliders weights={weights} change={change} />
    </Paper>
  );
}

function Sliders({ weights, change }: Props) {
  const t = useTexts(text);
  const words = useMatchWords();
  // While a slider is being moved; the address holds where it came to rest.
  const [moved, setMoved] = useState<Weights>();
  const now = moved ?? weights;
  const sum = components.reduce((s, c) => s + now[c], 0);
  return (
    <Stack gap="xs">
      {components.map((c) => {
        const name = words.component(c);
        const part = share(sum === 0 ? 0 : now[c] / sum);
        return (
          <div key={c} title={words.meaning(c)}>
            <Group justify="space-between" gap="xs">
              <Text size="sm">{name}</Text>
              <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
                {part}
              </Text>
            </Group>
            <Slider
              size="sm"
              min={0}
              max={100}
              step={5}
              label={null}
              value={now[c]}
              thumbLabel={name}
              thumbValueText={() => t.of(name, part)}
              onChange={(value) => {
                setMoved({ ...now, [c]: value });
              }}
              onChangeEnd={(value) => {
                const next = { ...now, [c]: value };
                if (components.every((x) => next[x] === 0)) return;
                change({ weights: next });
                setMoved(undefined);
              }}
            />
          </div>
        );
      })}
      {sum === 0 && (
        <Text size="sm" c="red" role="alert">
          {t.zero}
        </Text>
      )}
    </Stack>
  );
}
