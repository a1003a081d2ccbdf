using System;
using System.Threading;

/// <summary>Letters wait in boxes; any clerk puts one in, and the one carrier takes those that are ready.</summary>
public sealed class LetterBoxes
{
    private const int Empty = 0;
    private const int Filling = 1;
    private const int Ready = 2;

    private sealed class Box
    {
        public int Mark;
        public string Address;
        public int Tries;
        public int Weight;
    }

    private readonly Box[] _boxes = new Box[16];

    public LetterBoxes()
    {
        for (int i = 0; i < _boxes.Length; i++)
            _boxes[i] = new Box();
    }

    public bool Put(string address, int weight)
    {
        foreach (Box box in _boxes)
        {
            if (Interlocked.CompareExchange(ref box.Mark, Filling, Empty) != Empty)
                continue;
            box.Address = address;
            box.Weight = weight;
            box.Tries = 0;
            Volatile.Write(ref box.Mark, Ready);
            return true;
        }

        return false;
    }

    /// <summary>On the carrier's thread.</summary>
    public void CarryAll(Func<string, int, bool> carry)
    {
        foreach (Box box in _boxes)
        {
            if (Volatile.Read(ref box.Mark) != Ready)
                continue;
            if (!carry(box.Address, box.Weight) && ++box.Tries < 3)
                continue;
            box.Address = null;
            Volatile.Write(ref box.Mark, Empty);
        }
    }
}
