import { ReplayBank } from "./replay-bank.tsx";
import { ThreeRepairs } from "./three-repairs.tsx";
import "./figure.css";

/** Lesson 14's figure: what each repair does to one account, and how long a replay of a whole bank takes. */
export default function Figure() {
  return (
    <div className="recoverable-figure">
      <ThreeRepairs />
      <ReplayBank />
    </div>
  );
}
