using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Denpa.Cli.Ends;

/// <summary>
/// A request to end (Ctrl-C, a polite signal, a terminal that closes) while there is something to save or to tidy up: a cancellation. The
/// signals are the process's, so this is too; outside of such a time they end it at once, quietly.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>A terminal that closes sends several signals at once, and a finger may bounce: all that is one request.</summary>
    private static readonly TimeSpan OneRequest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(3);

    private static readonly (PosixSignal Signal, int Number)[] Signals =
    [
        (PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2), (PosixSignal.SIGQUIT, 3), (PosixSignal.SIGTERM, 15),
    ];

    /// <summary>SIGXFSZ: a file beyond what the process may write is told by the write that fails, as a full disk is.</summary>
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    private static Interruption? current;

    private readonly CancellationTokenSource source = new();
    private readonly Interruption? outer;
    private long asked;
    private int number;

    public Interruption() => (outer, current) = (current, this);

    public CancellationToken Token => source.Token;

    /// <summary>What a process that a signal has ended tells its caller: 128 and the signal's number.</summary>
    public ExitCode ExitCode => CodeOf(number);

    /// <summary>Begins to watch for signals, for as long as the process lives.</summary>
    public static IDisposable Watch()
    {
        IEnumerable<PosixSignalRegistration> watched = Signals.Select(
            each => PosixSignalRegistration.Create(each.Signal, context => Receive(context, each.Number)));
        if (!OperatingSystem.IsWindows())
            watched = watched.Append(PosixSignalRegistration.Create(FileTooLarge, context => context.Cancel = true));
        return new Registrations([.. watched]);
    }

    /// <exception cref="CommandException">The process was asked to end.</exception>
    public void ThrowIfAsked()
    {
        if (source.IsCancellationRequested) throw new CommandException(ExitCode, "interrupted: nothing was written");
    }

    /// <summary>
    /// Waits for what may never end, such as a pipe without a reader: until the process is asked to end, or if it has been, for some
    /// seconds more.
    /// </summary>
    /// <returns>Whether it has ended; when not, it goes on by itself.</returns>
    public bool Await(Action action)
    {
        Task task = Task.Run(action);
        try
        {
            if (source.IsCancellationRequested) return task.Wait(LastPatience);
            task.Wait(source.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (AggregateException problem)
        {
            ExceptionDispatchInfo.Throw(problem.InnerException!);
            throw;
        }
    }

    public void Dispose()
    {
        current = outer;
        source.Dispose();
    }

    private static void Receive(PosixSignalContext context, int number)
    {
        context.Cancel = true;
        if (current is { } here) here.Ask(number);
        else Environment.Exit((int)CodeOf(number));
    }

    private static ExitCode CodeOf(int number) => (ExitCode)(128 + number);

    private void Ask(int number)
    {
        if (Interlocked.CompareExchange(ref asked, Stopwatch.GetTimestamp(), 0) == 0)
        {
            this.number = number;
            source.Cancel();
        }
        else if (Stopwatch.GetElapsedTime(asked) > OneRequest)
        {
            Environment.Exit((int)CodeOf(number));
        }
    }

    private sealed class Registrations(PosixSignalRegistration[] registrations) : IDisposable
    {
        public void Dispose()
        {
            foreach (PosixSignalRegistration registration in registrations) registration.Dispose();
        }
    }
}
