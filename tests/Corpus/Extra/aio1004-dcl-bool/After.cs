using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1004DclBool.After;

public sealed class TextBlock
{
    private readonly object _measure = new object();
    private readonly string _text;
    private double _width;
    private double _height;
    private bool _measured;

    public TextBlock(string text)
    {
        _text = text;
    }

    public double Area
    {
        get
        {
            Measure();
            return _width * _height;
        }
    }

    private void Measure()
    {
        if (Volatile.Read(ref _measured))
        {
            return;
        }

        lock (_measure)
        {
            if (!_measured)
            {
                string[] lines = _text.Split('\n');
                foreach (string line in lines)
                {
                    if (line.Length * 7.5 > _width)
                    {
                        _width = line.Length * 7.5;
                    }
                }

                _height = lines.Length * 14.0;
                Volatile.Write(ref _measured, true);
            }
        }
    }

    public static double TotalArea(TextBlock[] blocks)
    {
        var areas = new double[blocks.Length];
        Parallel.For(0, blocks.Length, i => areas[i] = blocks[i].Area);
        double total = 0;
        foreach (double area in areas)
        {
            total += area;
        }

        return total;
    }
}
