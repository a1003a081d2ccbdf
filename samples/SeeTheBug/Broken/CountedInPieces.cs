// BROKEN ON PURPOSE: the count of free slots in a kioctx, taken down by a load, a subtraction and a store. Volatile makes none of it one step.

namespace SeeTheBug.Broken;

internal sealed class CountedInPieces
{
    private volatile int _available;

    public CountedInPieces(int available)
    {
        _available = available;
    }

    public int Available => _available;

    public bool TrySubmit()
    {
        if (_available == 0)
        {
            return false;
        }

        _available--;
        return true;
    }
}
