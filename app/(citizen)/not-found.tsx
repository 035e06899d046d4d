import { NothingHere } from "@/components/ui/nothing-here";

export default function NothingForCitizen() {
  return <NothingHere home="/" />;
}
