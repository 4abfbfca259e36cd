using System.Diagnostics;
using System.Runtime.InteropServices;
using Denpa.Cli.Bench.Families;

namespace Denpa.Cli.Bench;

/// <summary>What a time was taken on.</summary>
internal static class Machine
{
    public static string Processor { get; } = FindProcessor() ?? RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>Processors that this process may use; a container's quota counts.</summary>
    public static int Cores => Environment.ProcessorCount;

    public static int VectorBits => FmaPeak.VectorBits;

    public static string System => RuntimeInformation.OSDescription;

    public static string Runtime => RuntimeInformation.FrameworkDescription;

    private static string? FindProcessor()
    {
        if (OperatingSystem.IsLinux()) return FromProc();
        return OperatingSystem.IsMacOS() ? FromSysctl() : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
    }

    private static string? FromProc()
    {
        const string path = "/proc/cpuinfo";
        if (!File.Exists(path)) return null;
        string? line = File.ReadLines(path).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string? FromSysctl()
    {
        ProcessStartInfo start = new("/usr/sbin/sysctl", ["-n", "machdep.cpu.brand_string"]) { RedirectStandardOutput = true };
        using Process? process = Process.Start(start);
        string? name = process?.StandardOutput.ReadToEnd().Trim();
        return string.IsNullOrEmpty(name) ? null : name;
    }
}
