using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio4002AsyncLocal;

public sealed class Crawler
{
    private readonly Func<int, Task<int>> _load;

    public Crawler(Func<int, Task<int>> load) => _load = load;

    public async Task<int> SumAsync(int count)
    {
        int sum = 0;
        var tasks = new List<Task>();
        for (int i = 0; i < count; i++)
        {
            tasks.Add(AddAsync(i));
        }

        await Task.WhenAll(tasks);
        return sum;

        async Task AddAsync(int page)
        {
            int length = await _load(page);
            Interlocked.Add(ref sum, length);
        }
    }
}
