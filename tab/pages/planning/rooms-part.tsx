import { useMay } from '../../project.tsx';
import { VenuesSection } from './registers.tsx';
import { RoomsSection } from './rooms.tsx';

/** VEN-01, VEN-02: where every session is held, what the venues have answered, and the venues to choose among. */
export function RoomsPart() {
  const may = useMay();
  return (
    <div className="stack">
      {may('rooms.view') && <RoomsSection />}
      <VenuesSection />
    </div>
  );
}
