using System.Collections.Generic;

namespace Corpus.Extra.NegAio1003FilledOnDemand;

internal sealed class TakeWhile
{
    private readonly IEnumerator<int> _source;
    private readonly int[] _lowest;
    private List<int>? _buffer;
    private int[]? _place;

    internal TakeWhile(IEnumerator<int> source, int[] lowest)
    {
        _source = source;
        _lowest = lowest;
    }

    internal bool Next(ref int item)
    {
        if (_buffer == null)
        {
            var buffer = new List<int>();
            while (_source.MoveNext())
            {
                buffer.Add(_source.Current);
                lock (_lowest)
                {
                    if (_lowest[0] > _source.Current)
                    {
                        _lowest[0] = _source.Current;
                    }
                }
            }

            _buffer = buffer;
            _place = new[] { -1 };
        }

        int at = ++_place![0];
        if (at >= _buffer.Count)
        {
            return false;
        }

        item = _buffer[at];
        return true;
    }
}
