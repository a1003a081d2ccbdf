using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2004RunByClaimant;

/// <summary>Prints labels in the order in which they come, one run of the printer at a time. A jam ends it until it is cleared.</summary>
public sealed class LabelPrinter
{
    private enum Mode
    {
        Ready,
        Printing,
        Jammed,
    }

    private readonly ConcurrentQueue<string> _labels = new ConcurrentQueue<string>();
    private readonly Func<string, bool> _print;
    private int _mode;

    public LabelPrinter(Func<string, bool> print) => _print = print;

    public bool IsJammed => Volatile.Read(ref _mode) == (int)Mode.Jammed;

    public void Print(string label)
    {
        _labels.Enqueue(label);
        if (TryBegin())
        {
            Task.Run(Work);
        }
    }

    /// <summary>Somebody has cleared the jam: what is still there is printed with the next label.</summary>
    public bool Clear() =>
        Interlocked.CompareExchange(ref _mode, (int)Mode.Ready, (int)Mode.Jammed) == (int)Mode.Jammed;

    private bool TryBegin() =>
        Interlocked.CompareExchange(ref _mode, (int)Mode.Printing, (int)Mode.Ready) == (int)Mode.Ready;

    private void Work()
    {
        int printed = 0;
        while (_labels.TryDequeue(out string? label))
        {
            if (!_print(label))
            {
                Volatile.Write(ref _mode, (int)Mode.Jammed);
                return;
            }

            if (++printed == 100)
            {
                // Others have their turn; the printer is still ours.
                Task.Run(Work);
                return;
            }
        }

        Interlocked.Exchange(ref _mode, (int)Mode.Ready);
        if (!_labels.IsEmpty && TryBegin())
        {
            Task.Run(Work);
        }
    }
}
