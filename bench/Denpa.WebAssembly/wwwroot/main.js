import { dotnet } from "./_framework/dotnet.js";

// What stands behind the question mark are environment variables: index.html?DENPA_VECTORS=scalar
await dotnet.withEnvironmentVariables(Object.fromEntries(new URLSearchParams(location.search))).run();
