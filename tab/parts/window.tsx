import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface WindowProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly actions: ReactNode;
  readonly children: ReactNode;
  /** While something is being done, a stray key must not close it. */
  readonly isBusy?: boolean;
}

/** A dialog over the page: keeps focus inside, closes with Escape, gives focus back. */
export function Window({ title, onClose, actions, children, isBusy = false }: WindowProps) {
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && !isBusy && onClose()}>
      <DialogSurface className="window">
        <DialogBody>
          <DialogTitle as="h2">{title}</DialogTitle>
          <DialogContent className="window-content">{children}</DialogContent>
          <DialogActions className="window-actions" fluid>
            {actions}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
