using System.Threading;

namespace Corpus.Extra.NegAio2003SetWhileMade;

public sealed class Job
{
    private const int HasNote = 1;
    private const int IsDone = 2;
    private volatile int _marks;
    private string? _note;

    public Job(string? note) => Note = note;

    public Job()
    {
    }

    internal string? Note
    {
        get => (_marks & HasNote) != 0 ? _note : null;
        set
        {
            if (value != null)
            {
                _note = value;
                _marks |= HasNote;
            }
        }
    }

    public static Job Empty() => new() { Note = string.Empty };

    public bool TryFinish()
    {
        int marks = _marks;
        return (marks & IsDone) == 0 && Interlocked.CompareExchange(ref _marks, marks | IsDone, marks) == marks;
    }
}
