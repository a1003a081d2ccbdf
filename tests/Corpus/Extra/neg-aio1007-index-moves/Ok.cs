namespace Corpus.Extra.NegAio1007IndexMoves;

public sealed class Scopes
{
    private readonly Scope[] _scopes = new Scope[16];
    private int _last;

    public void Enter(int count)
    {
        _scopes[_last].Count = count;
        _last++;
    }

    public int Leave()
    {
        while (_scopes[--_last].Count == 0)
        {
        }

        return _scopes[_last].Count + Pages.Volatile;
    }

    private struct Scope
    {
        internal int Count;
    }

    private static class Pages
    {
        internal static volatile int Volatile;
    }
}
