export default function Landing() {
  return <h1>Tributary</h1>;
}
