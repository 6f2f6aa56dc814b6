import { createTheme, Select, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// Deep blue of the mark; the shades keep a contrast of 4.5 as text and as button.
const ink: MantineColorsTuple = [
  '#eaf2fb',
  '#d3e3f5',
  '#a5c6ea',
  '#74a8df',
  '#4f8fd6',
  '#377fd0',
  '#2a6fbf',
  '#1f5fa8',
  '#174e8d',
  '#0d3c70',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink },
  // Fonts of the machine: nothing is fetched, and Chinese looks as people know it.
  fontFamily:
    'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    // Else what is typed is added to the choice that stands there, and nothing is found.
    Select: Select.extend({
      defaultProps: {
        onClick: (e) => {
          e.currentTarget.select();
        },
      },
    }),
  },
});

/** Mantine's quiet colours are too pale for WCAG 2.2 AA. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
  },
});
