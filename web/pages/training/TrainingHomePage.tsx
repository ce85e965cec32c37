import { Navigate } from "react-router";
import { useViewer } from "../../shell/viewer.ts";

/** Whoever watches over training begins at the matrix, everybody else at their own. */
export function TrainingHomePage() {
  const { permissions } = useViewer();
  return <Navigate to={permissions.includes("TRAINING_READ") ? "/training/matrix" : "/training/mine"} replace />;
}
