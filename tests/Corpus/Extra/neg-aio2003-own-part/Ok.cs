using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2003OwnPart;

public sealed class LineScanner
{
    private int _matches;

    public int Matches => Volatile.Read(ref _matches);

    public void Scan(string[] lines, Func<string, bool> isMatch)
    {
        Task.Run(() =>
        {
            int found = 0;
            foreach (string line in lines)
            {
                if (isMatch(line))
                {
                    found++;
                }
            }

            Interlocked.Add(ref _matches, found);
        });
    }
}
