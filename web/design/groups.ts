import type { ComponentType } from 'react';
import { Actions } from './stories/Actions.tsx';
import { Cards } from './stories/Cards.tsx';
import { Charts } from './stories/Charts.tsx';
import { Fields } from './stories/Fields.tsx';
import { Flags } from './stories/Flags.tsx';
import { Foundations } from './stories/Foundations.tsx';
import { Frames } from './stories/Frames.tsx';
import { Messages } from './stories/Messages.tsx';
import { OpenDialog, OpenMenu, OpenTimeout } from './stories/Overlays.tsx';

export type Group = {
  readonly title: string;
  readonly Stories: ComponentType;
  /** Covers the page: shown alone. */
  readonly isOverlay?: true;
};

/** Every group of components, by the name that addresses and pictures carry. */
export const groups: Readonly<Record<string, Group>> = {
  foundations: { title: 'Foundations', Stories: Foundations },
  actions: { title: 'Actions', Stories: Actions },
  fields: { title: 'Fields', Stories: Fields },
  flags: { title: 'Flags and states', Stories: Flags },
  messages: { title: 'Messages', Stories: Messages },
  cards: { title: 'Cards and rows', Stories: Cards },
  charts: { title: 'Charts', Stories: Charts },
  frames: { title: 'Frames', Stories: Frames },
  menu: { title: 'Menu, open', Stories: OpenMenu, isOverlay: true },
  dialog: { title: 'Dialog', Stories: OpenDialog, isOverlay: true },
  timeout: { title: 'Time is running out', Stories: OpenTimeout, isOverlay: true },
};
