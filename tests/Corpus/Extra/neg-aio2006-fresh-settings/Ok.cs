using System.Threading;

namespace Corpus.Extra.NegAio2006FreshSettings;

public sealed class Settings
{
    public Settings(string primary, int epoch) => (Primary, Epoch) = (primary, epoch);

    public string Primary { get; }

    public int Epoch { get; }

    public Settings With(string primary) => new Settings(primary, Epoch + 1);
}

public sealed class Membership
{
    private Settings _current = new Settings("", 0);

    public Settings Current => Volatile.Read(ref _current);

    public bool TryFollow(string primary)
    {
        while (true)
        {
            Settings current = _current;
            if (current.Primary == primary)
                return false;
            Settings next = new Settings(primary, _current.Epoch + 1);
            if (Interlocked.CompareExchange(ref _current, next, current) == current)
                return true;
        }
    }
}
