import '../ui/plain-table.css';
import './alarms.css';
import { useState } from 'react';
import type { Alarm } from '../../preload/contract/alarms.ts';
import { useStream } from '../session/hooks.ts';
import { AlarmList } from './AlarmList.tsx';
import { Performance } from './Performance.tsx';
import { ShelveDialog } from './ShelveDialog.tsx';

/** Every alarm with cause, consequence, action and time left; and how well the alarm system itself performs. */
export default function AlarmsScreen() {
  const reading = useStream('alarms', 'list', {});
  const [shelving, setShelving] = useState<Alarm | null>(null);
  return (
    <div className="alarms">
      <AlarmList reading={reading} onShelve={setShelving} />
      <Performance alarms={reading.value?.alarms ?? []} />
      {shelving && <ShelveDialog alarm={shelving} onClose={() => setShelving(null)} />}
    </div>
  );
}
