using System;

namespace Corpus.Extra.Aio3004SnapshotAcross.After;

public sealed class Samples
{
    private readonly object _sync = new object();
    private float[] _data = new float[32];
    private int _next;

    public void Append(Func<float> measure)
    {
        float[] data;
        int at;
        float value = measure();
        lock (_sync)
        {
            if (_next == _data.Length)
            {
                var larger = new float[_next * 2];
                _data.CopyTo(larger, 0);
                _data = larger;
            }

            data = _data;
            at = _next++;
            data[at] = value;
        }
    }

    public void Scale(float by)
    {
        lock (_sync)
        {
            for (int i = 0; i < _next; i++)
            {
                _data[i] *= by;
            }
        }
    }
}
