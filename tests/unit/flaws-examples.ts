import type { Flaw } from '../../src/lib/items/flaws/checker.ts';

/**
 * Items as teachers write them, about anything, put down without a look at the checkers: a stem, the options with `*`
 * before the key. They show what the rules find beyond what our own mutators put in.
 */
export const flawed: Record<Flaw, string[][]> = {
	'ambiguous-stem': [
		['When did he become king?', '1066', '*1087', '1100', '1135'],
		[
			'What is the population of the country at the moment?',
			'5 million',
			'*10 million',
			'20 million'
		],
		['Who wrote the novel and in which year was it published?', 'Austen', '*Eliot', 'Gaskell'],
		['Which river is it on?', '*The Thames', 'The Severn', 'The Trent']
	],
	'implausible-distractor': [
		[
			'Which gas do plants take in for photosynthesis?',
			'*Carbon dioxide',
			'Nitrogen',
			'Helium',
			'1987'
		],
		['In which year did the Berlin Wall fall?', '1961', '1985', '*1989', '2950'],
		['Which planet is nearest to the Sun?', 'Mars', '*Mercury', 'Venus', 'asdf'],
		['How many bones has an adult human body?', '186', '*206', '226', '900,000']
	],
	'none-of-the-above': [
		[
			'Which metal is liquid at room temperature?',
			'*Mercury',
			'Iron',
			'Copper',
			'None of the above'
		],
		['Which of these cities lies on the Danube?', 'Lyon', 'Milan', 'Hamburg', '*None of these'],
		['Who painted Guernica?', '*Picasso', 'Dali', 'Miro', 'None of the listed painters']
	],
	'longest-is-key': [
		[
			'What is osmosis?',
			'A kind of cell',
			'A kind of sugar',
			'*The movement of water through a membrane towards the stronger solution',
			'A plant hormone'
		],
		[
			'Why did the Roman Republic fall?',
			'Plague',
			'Famine',
			'*Rivalry between generals who commanded the loyalty of their armies',
			'Floods'
		],
		[
			'What does a thermostat do?',
			'Makes heat',
			'*Switches heating on and off to keep a set temperature',
			'Cools water'
		]
	],
	'gratuitous-information': [
		[
			'Paris is a beautiful city with many museums. In which country does Paris lie?',
			'Belgium',
			'*France',
			'Spain'
		],
		[
			'Maria loves chemistry and spends each Saturday in the laboratory with her friends. What is the symbol of sodium?',
			'*Na',
			'S',
			'So'
		],
		[
			'Which sea, which by the way attracts many tourists, lies between Italy and Croatia?',
			'*The Adriatic',
			'The Aegean',
			'The Ionian'
		]
	],
	'true-false': [
		['The Earth goes round the Sun.', '*True', 'False'],
		['Is mercury a metal?', '*Yes', 'No'],
		['Was Napoleon born in Corsica?', '*Yes', 'No', 'Maybe']
	],
	'convergence-cue': [
		[
			'What does a green plant need for photosynthesis?',
			'*Light and water',
			'Light and salt',
			'Soil and water',
			'Sugar and heat'
		],
		[
			'Which treatment is recommended?',
			'*Oral penicillin for ten days',
			'Oral penicillin for two days',
			'Topical iodine for ten days',
			'Intravenous saline for one hour'
		],
		[
			'Where and when was the council held?',
			'*Nicaea in spring',
			'Nicaea in autumn',
			'Ephesus in spring',
			'Chalcedon in winter'
		]
	],
	'logical-cue': [
		[
			'What happened to the price of bread in 1846?',
			'*It rose',
			'It fell',
			'It was fixed by law',
			'It was kept secret'
		].map((text) => text.replace('It ', 'The price ').replace('*It', '*The price')),
		['Which mineral is the hardest?', 'quartz', 'Quartz', '*Diamond', 'Topaz'],
		[
			'What effect has exercise on the pulse?',
			'*Higher rate of the pulse',
			'Lower rate of the pulse',
			'A loss of rhythm'
		]
	],
	'all-of-the-above': [
		['Which of these are mammals?', 'Whales', 'Bats', 'Cats', '*All of the above'],
		['What causes erosion?', 'Wind', 'Water', '*Both of these'],
		['Which factors drive migration?', 'War', 'Hunger', 'Work', '*All of these factors']
	],
	'fill-in-the-blank': [
		['The capital of Norway is ________.', 'Bergen', '*Oslo', 'Trondheim'],
		['Water boils at ___ degrees Celsius at sea level.', '90', '*100', '110'],
		['The chemical formula of table salt is ...', '*NaCl', 'KCl', 'HCl']
	],
	'absolute-term': [
		[
			'What is true of mammals’ young?',
			'*They drink milk',
			'They are always born blind',
			'They hatch from eggs'
		],
		[
			'Which rule holds for prime numbers above two?',
			'*They are odd',
			'They never end in three',
			'They end in one'
		],
		[
			'What did the edict grant?',
			'*Freedom of worship',
			'Every right of a citizen',
			'Land in the east'
		]
	],
	'repeated-word': [
		[
			'Which instrument measures atmospheric pressure?',
			'Barometer',
			'*Pressure gauge',
			'Compass',
			'Altimeter'
		],
		['What is the main export of the Ivory Coast?', '*Coast cocoa', 'Copper', 'Timber'],
		[
			'Which organ is affected by hepatic disease?',
			'*The hepatic organ, or liver',
			'The heart and its valves',
			'The spleen and its ducts'
		]
	],
	'unfocused-stem': [
		['Photosynthesis:', 'makes oxygen', 'needs iron', '*needs light'],
		['Which of the following is correct?', 'Iron floats', '*Ice floats', 'Lead floats'],
		['The French Revolution', 'began in 1776', '*began in 1789', 'began in 1815']
	],
	'complex-options': [
		[
			'Which gases make up most of the air?',
			'Nitrogen and argon',
			'*Nitrogen and oxygen',
			'Oxygen and argon'
		],
		['Which statements about acids hold?', '1 only', '2 only', '*1 and 2', '1, 2 and 3'],
		['Which vitamins dissolve in fat?', 'A', 'C', '*Both A and D', 'B and C'],
		[
			'Who wrote operas?',
			'*Both Verdi and Wagner',
			'Only Verdi',
			'Both Wagner and Brahms',
			'Neither Verdi nor Wagner'
		]
	],
	'grammatical-cue': [
		['A person who studies insects is called an', '*entomologist', 'botanist', 'geologist'],
		[
			'What is the purpose of the valve?',
			'*To stop the blood from flowing back',
			'Blood pressure',
			'Heart rate',
			'The left chamber'
		],
		['Rain that falls frozen is known as a', '*hailstone', 'icy drop', 'avalanche']
	],
	'out-of-order': [
		['In which year did the First World War begin?', '1918', '*1914', '1939', '1870'],
		['How many sides has a hexagon?', '8', '*6', '5', '7'],
		[
			'At which temperature does water freeze in Fahrenheit?',
			'100 degrees',
			'*32 degrees',
			'0 degrees'
		]
	],
	'vague-term': [
		['What is a symptom of measles?', '*A rash', 'Fever that is sometimes high', 'Loss of hair'],
		['How does copper behave in air?', '*It turns green', 'It usually melts', 'It burns'],
		['What do owls eat?', 'Often fruit', '*Mice', 'Grass']
	],
	'more-than-one-right': [
		['Who wrote Hamlet?', '*Shakespeare', '*William Shakespeare', 'Marlowe', 'Jonson'],
		['In which year did the war end?', '*May 1945', '1945', '1946', '1947'],
		['How long is a fortnight?', 'One week', '*Two weeks', '2 weeks', 'Three weeks']
	],
	'negative-stem': [
		['Which of these is NOT a mammal?', 'Bat', 'Whale', '*Shark'],
		['Which element isn’t a metal?', 'Iron', '*Sulphur', 'Zinc'],
		['All of these rivers flow into the Rhine except which?', 'Main', 'Neckar', '*Oder']
	]
};

/** Items without any of the 19 flaws. */
export const sound: string[][] = [
	['Which planet has the shortest year?', 'Earth', 'Mars', '*Mercury', 'Venus'],
	['In which year did the Berlin Wall fall?', '1985', '1987', '*1989', '1991'],
	['Who painted The Night Watch?', 'Frans Hals', '*Rembrandt', 'Jan Steen', 'Vermeer'],
	['How many sides has a hexagon?', '5', '*6', '7', '8'],
	['Which gas makes up most of the Earth’s air?', 'Argon', 'Carbon dioxide', '*Nitrogen', 'Oxygen'],
	['What is the capital of Australia?', '*Canberra', 'Melbourne', 'Perth', 'Sydney'],
	['Which organ filters the blood?', 'The heart', '*The kidney', 'The lung', 'The stomach'],
	['On which day was the Magna Carta sealed?', '15 May 1215', '*15 June 1215', '15 July 1215'],
	[
		'Which treaty ended the Thirty Years’ War?',
		'The Treaty of Utrecht',
		'*The Peace of Westphalia',
		'The Treaty of Tordesillas'
	],
	[
		'Which of these works did Mozart write?',
		'*The Magic Flute',
		'Fidelio',
		'The Barber of Seville',
		'Carmen'
	],
	['What is the chemical symbol of gold?', 'Ag', '*Au', 'Fe', 'Pb'],
	[
		'Who, according to The Times of 3 May 1912, said that the ship had struck ice?',
		'The captain',
		'*The second officer',
		'The wireless operator'
	],
	[
		'How long does the Earth take to go round the Sun?',
		'28 days',
		'6 months',
		'*1 year',
		'2 years'
	],
	[
		'Why does ice float on water?',
		'It holds more salt',
		'*It is less dense',
		'It is at rest',
		'It traps warm air'
	],
	[
		'Where did the Industrial Revolution begin?',
		'France',
		'*Great Britain',
		'Germany',
		'The United States'
	],
	['Which instrument has 88 keys?', 'The accordion', 'The harpsichord', '*The piano'],
	[
		'What did the Council of Trent decide on marriage?',
		'To allow divorce',
		'*To require witnesses',
		'To tax weddings'
	],
	[
		'Which Greek letter stands for the ratio of a circle’s circumference to its diameter?',
		'Phi',
		'*Pi',
		'Psi',
		'Tau'
	],
	[
		'In which month did Lincoln give the Gettysburg Address?',
		'September 1863',
		'*November 1863',
		'April 1864'
	],
	['Which of these metals melts at the lowest temperature?', 'Copper', 'Iron', '*Tin', 'Zinc']
];
