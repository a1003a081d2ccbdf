using System.Threading;

namespace Corpus.Extra.Aio1003SlotStateFirst.Before;

public struct Letter
{
    public int State;
    public int Sender;
    public int Code;
}

public sealed class LetterBoxes
{
    public const int Empty = 0;
    public const int Filling = 1;
    public const int Full = 2;

    private readonly Letter[] _boxes;

    public LetterBoxes(int owners) => _boxes = new Letter[owners];

    public bool TryPost(int owner, int sender, int code)
    {
        ref Letter box = ref _boxes[owner];
        if (Interlocked.CompareExchange(ref box.State, Filling, Empty) != Empty)
        {
            return false;
        }

        Volatile.Write(ref box.State, Full);
        (box.Sender, box.Code) = (sender, code);
        return true;
    }

    public bool TryCollect(int owner, out int sender, out int code)
    {
        ref Letter box = ref _boxes[owner];
        if (Volatile.Read(ref box.State) != Full)
        {
            sender = code = 0;
            return false;
        }

        sender = box.Sender;
        code = box.Code;
        Volatile.Write(ref box.State, Empty);
        return true;
    }
}
